package io.kehu.migration.staging;

import java.util.regex.Pattern;

/**
 * Keeps ids that become names of files inside their folder.
 */
final class StagingNames {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

	private StagingNames() {
	}

	static String checked(String id) {
		if (!NAME.matcher(id).matches()) {
			throw new IllegalArgumentException("No id: up to 64 letters, digits and dashes are allowed");
		}
		return id;
	}

}
