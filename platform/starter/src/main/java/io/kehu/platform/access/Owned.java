package io.kehu.platform.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What clients may say of a guarded record.
 *
 * @param <D> the details themselves
 */
public interface Owned<D> {

	/** Returns the person whose it is, or null. */
	@Nullable UUID ownerId();

	/** Returns the team whose it is, or null. */
	@Nullable UUID teamId();

	/** Returns the same as somebody's. */
	D ownedBy(Ownership ownership);

	/** Returns whose it is. */
	default Ownership ownership() {
		return new Ownership(ownerId(), teamId());
	}

}
