package io.kehu.platform.record;

/**
 * The path of one kind of record over HTTP, and the permissions that its operations
 * require.
 *
 * @param path the path, for example {@code /api/v1/customers}
 * @param read the permission to read, for example {@code customer:read}
 * @param write the permission to create and change
 * @param delete the permission to delete and restore
 */
public record RecordResource(String path, String read, String write, String delete) {
}
