package io.kehu.platform.access;

/**
 * The client-writable fields of a guarded record.
 *
 * @param <D> the details themselves
 */
public interface Owned<D> {

	/** Returns the owner and the team; never null. */
	Ownership ownership();

	/** Returns a copy with another owner and team. */
	D ownedBy(Ownership ownership);

}
