package io.kehu.migration.linkage;

/**
 * One way to bring records together that might match: those with the same key.
 *
 * @param name which fields make the key, for people
 * @param keys a key a record; 0 means none
 * @param strong whether the rule alone finds most matches, so that it may cost more
 */
record BlockingRule(String name, int[] keys, boolean strong) {
}
