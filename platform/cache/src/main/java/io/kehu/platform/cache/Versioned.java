package io.kehu.platform.cache;

/**
 * A record as of one version.
 *
 * @param version the version, which grows with every write of the record
 * @param value the record; it is shared between threads and must be immutable
 */
public record Versioned<V>(long version, V value) {
}
