package io.kehu.platform.record;

import io.kehu.platform.access.Guarded;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that the operations on one kind of record require.
 *
 * @param read the permission to read, for example {@code customer:read}
 * @param write the permission to create and change
 * @param delete the permission to delete and restore
 * @param scoped whether they can be limited to one's own or one's teams' records
 * @param grantedLike the resource whose permissions built-in roles have when they are to
 * have these too, or null
 */
public record RecordPermissions(String read, String write, String delete, boolean scoped,
		@Nullable String grantedLike) {

	static RecordPermissions of(Guarded guarded) {
		return new RecordPermissions(guarded.read(), guarded.write(), guarded.delete(), true, null);
	}

	RecordPermissions like(@Nullable String resource) {
		return new RecordPermissions(this.read, this.write, this.delete, this.scoped, resource);
	}

	/** Returns the resource that the permission to read is for. */
	String resource() {
		return this.read.substring(0, this.read.indexOf(':'));
	}

}
