package io.kehu.platform.record;

/**
 * Where the records of one kind are over HTTP, and which permissions they need.
 *
 * @param path their path, for example {@code /api/v1/customers}
 * @param read the permission to read, for example {@code customer:read}
 * @param write the permission to create and change
 * @param delete the permission to delete and restore
 */
public record RecordResource(String path, String read, String write, String delete) {
}
