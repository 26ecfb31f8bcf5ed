package io.kehu.platform.sealing;

/**
 * A place in the database with sealed values. Beans of this type, and those that records
 * declare, are sealed before the service starts if they contain values in clear, and
 * again after a change of the keys.
 */
public interface SealedPlace {

	/** Returns the name of the place, which is unique in the database. */
	String name();

	/**
	 * Seals what is in clear, and what other keys than the present ones have sealed, in
	 * small transactions. It can be repeated after it was interrupted, and run at the
	 * same time as changes.
	 * @return the number of values that were sealed
	 */
	long seal();

}
