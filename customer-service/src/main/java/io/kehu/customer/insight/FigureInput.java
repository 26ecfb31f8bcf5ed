package io.kehu.customer.insight;

/**
 * A number that a figure was calculated from.
 */
record FigureInput(String name, double value) {
}
