package io.kehu.migration.matching;

/**
 * A reason to doubt the result of a linkage as a whole.
 *
 * @param kind what is implausible
 * @param message what was found, in words and figures
 */
public record LinkageWarning(Kind kind, String message) {

	/**
	 * What is implausible.
	 */
	public enum Kind {

		/** Most of the records would be merged, equal ones not counted. */
		MERGES_MOST,

		/** One cluster holds a large part of all records. */
		GIANT_CLUSTER,

		/** A field that should tell entities apart agrees among strangers as well. */
		FIELD_TELLS_NOTHING,

		/** The estimated number of matches is far from the number found. */
		ESTIMATE,

		/** Decisions would merge records that are known to be different. */
		DECISIONS_CONFLICT,

		/** There are more pairs to review than can be listed. */
		REVIEW_CUT,

		/**
		 * Times of changes are not written as ISO 8601 dates, so that they are unknown.
		 */
		CHANGES_UNREAD

	}

}
