package io.kehu.migration.matching.report;

/**
 * How many pairs a person should look at, of about one probability.
 *
 * @param from least probability
 * @param to greatest probability, exclusive
 * @param pairs how many
 */
public record ReviewBand(double from, double to, int pairs) {
}
