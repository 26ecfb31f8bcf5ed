package io.kehu.migration.report;

import io.kehu.migration.profile.TableProfile;

/**
 * The result of a profile job in short.
 *
 * @param rows how many rows there are
 * @param columns how many columns
 * @param repeatedRows how many rows repeat another
 * @param proposals how many cleaning rules are proposed
 */
record ProfileSummary(long rows, int columns, long repeatedRows, int proposals) {

	static ProfileSummary of(TableProfile profile) {
		return new ProfileSummary(profile.rows(), profile.columns().size(), profile.repeated().rows(),
				profile.proposals().size());
	}

}
