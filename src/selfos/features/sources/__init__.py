"""Sources: texts that were brought in from files, archives and web pages, to be found and quoted."""

from selfos.features.sources.importing import jobs
from selfos.features.sources.records import Provenance, Source, SourceImport, SourcePart
from selfos.features.sources.rules import rules
from selfos.features.sources.service import actions, import_actions, part_actions, text_of
from selfos.kernel.feature import Feature

feature = Feature("sources", actions=(*actions, *part_actions, *import_actions), jobs=jobs, rules=rules)

__all__ = ["Provenance", "Source", "SourceImport", "SourcePart", "feature", "text_of"]
