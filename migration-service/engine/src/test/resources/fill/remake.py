#!/usr/bin/env python3
"""Remakes expected.csv from holes.csv with scikit-learn's KNNImputer (Debian: python3-sklearn).

holes.csv is what CustomerFrame generates for 400 customers, seeds 11 and 12, as NeighbourFillTests checks.
"""
import csv
import pathlib

import numpy
from sklearn.impute import KNNImputer

here = pathlib.Path(__file__).parent
frame = numpy.genfromtxt(here / "holes.csv", delimiter=",", filling_values=numpy.nan)
settings = [(5, "uniform"), (5, "distance"), (15, "uniform"), (15, "distance")]
filled = [KNNImputer(n_neighbors=count, weights=weights).fit_transform(frame) for count, weights in settings]
with open(here / "expected.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    for row, column in numpy.argwhere(numpy.isnan(frame)):
        out.writerow([row, column] + [repr(float(each[row, column])) for each in filled])
