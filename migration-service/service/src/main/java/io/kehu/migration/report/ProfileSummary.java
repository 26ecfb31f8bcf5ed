package io.kehu.migration.report;

import io.kehu.migration.profile.TableProfile;

/**
 * The summary of a profile.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param repeatedRows the number of rows that repeat another
 * @param proposals the number of proposed cleaning rules
 */
record ProfileSummary(long rows, int columns, long repeatedRows, int proposals) {

	static ProfileSummary of(TableProfile profile) {
		return new ProfileSummary(profile.rows(), profile.columns().size(), profile.repeated().rows(),
				profile.proposals().size());
	}

}
