"""The faces of the handout, and where to get them."""

from __future__ import annotations

from typing import Final

from publishing.errors import CourseError

#: Each face that the template names, with the Debian package that carries it.
PACKAGES: Final = {
    "Noto Serif CJK SC": "fonts-noto-cjk",
    "Noto Sans CJK SC": "fonts-noto-cjk",
    "Noto Sans Mono CJK SC": "fonts-noto-cjk",
    "LXGW WenKai": "fonts-lxgw-wenkai",
}


def check_faces(families: list[str]) -> None:
    """Hold the machine to the faces that the template needs.

    Parameters
    ----------
    families
        The families that are installed.

    Raises
    ------
    CourseError
        If one is missing; the message names it and the package to install.
    """
    missing = [face for face in PACKAGES if face not in families]
    if missing:
        packages = sorted({PACKAGES[face] for face in missing})
        raise CourseError(
            f"打印讲义缺少字体 {'、'.join(missing)}；"
            f"请安装 Debian 软件包 {'、'.join(packages)}（apt-get install {' '.join(packages)}）"
        )
