"""The fonts of the handout, and the packages that contain them."""

from __future__ import annotations

from typing import Final

from publishing.errors import CourseError

#: Fonts used in the template, with the Debian package that contains each.
PACKAGES: Final = {
    "Noto Serif CJK SC": "fonts-noto-cjk",
    "Noto Sans CJK SC": "fonts-noto-cjk",
    "Noto Sans Mono CJK SC": "fonts-noto-cjk",
}


def check_faces(families: list[str]) -> None:
    """Check that the fonts used in the template are installed.

    Parameters
    ----------
    families
        Names of the installed font families.

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
