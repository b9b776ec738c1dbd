"""`python -m checker.cli`, where no `factlint` is on the path."""

from checker.cli import main

raise SystemExit(main())
