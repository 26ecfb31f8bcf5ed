package io.kehu.platform.record;

import io.kehu.platform.access.Guarded;

/**
 * The permissions that the operations on one kind of record require.
 *
 * @param read the permission to read, for example {@code customer:read}
 * @param write the permission to create and change
 * @param delete the permission to delete and restore
 */
public record RecordPermissions(String read, String write, String delete) {

	static RecordPermissions of(Guarded guarded) {
		return new RecordPermissions(guarded.read(), guarded.write(), guarded.delete());
	}

}
