package io.kehu.migration.matching.blocking;

import java.util.function.IntUnaryOperator;

/**
 * A blocking rule: records with the same key are compared.
 *
 * @param name which fields make the key, for people
 * @param key gives the key of a record; 0 means none
 * @param pairsPerRecord what the rule may cost when there are many records: more when it
 * finds most of the matches
 */
record BlockingRule(String name, IntUnaryOperator key, int pairsPerRecord) {
}
