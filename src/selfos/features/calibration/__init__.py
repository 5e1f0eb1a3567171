"""How sure the engine may be of what it finds for one person, fitted to what they made of it before."""

from selfos.features.calibration.records import Calibration, Scale
from selfos.features.calibration.service import UNTOUCHED, Calibrated, calibration_of
from selfos.kernel.feature import Feature

feature = Feature("calibration")

__all__ = ["UNTOUCHED", "Calibrated", "Calibration", "Scale", "calibration_of", "feature"]
