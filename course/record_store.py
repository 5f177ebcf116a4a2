"""The record store that a course may name: pages report to it if their reader agrees."""

from __future__ import annotations

import re
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

#: An https address that can stand in a content security policy, or a path on the same host.
_ADDRESS: Final = (
    r"(?:https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9._~%-]+)*|(?:/[A-Za-z0-9._~%-]+)+)/?"
)


def _checked(address: str) -> str:
    """Check an address that becomes public in the pages; return it with a trailing slash."""
    parts = urlsplit(address)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            "网址里不能有密钥，也不能有 ?、# 和后面的部分：网页人人能读；"
            "请只写网址，密钥放在记录库前面的网关里（见 README“让网站向记录库上报”）"
        )
    if parts.scheme == "http":
        raise ValueError(
            f"“{address}”不加密，学员的作答在路上会被人看到；"
            "请写 https:// 开头的网址，或者本网站上的路径，如 /xapi"
        )
    if not re.fullmatch(_ADDRESS, address):
        raise ValueError(
            f"“{address}”写法不对；请写 https:// 开头的网址，如 https://lrs.example.org/xAPI，"
            "或者本网站上的路径，如 /xapi"
        )
    return f"{address.rstrip('/')}/"


class RecordStore(BaseModel):
    """An xAPI store of learning records, run by whoever hosts the course."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    address: Annotated[str, AfterValidator(_checked)] = Field(
        json_schema_extra={"pattern": f"^{_ADDRESS}$"},
        description="记录库（xAPI）的网址，以 https:// 开头，"
        "或者本网站上的路径，如 /xapi；不能有密钥",
    )
    of: str = Field(
        min_length=1,
        max_length=40,
        description="谁的记录库；读者看到的就是这个名称，如 某某学院学习记录库",
    )

    @property
    def host(self) -> str:
        """The address for the content security policy; empty for a path on the same host."""
        return self.address if self.address.startswith("https://") else ""
