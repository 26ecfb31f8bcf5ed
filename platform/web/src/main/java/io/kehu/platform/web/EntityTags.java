package io.kehu.platform.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.platform.problem.ProblemException;

/**
 * The entity tags of an {@code If-Match} or {@code If-None-Match} header (RFC 9110,
 * sections 13.1.1 and 13.1.2). A tag of this API begins with the version of the record;
 * what follows a hyphen identifies the data that is answered with the record and is not
 * changed by requests, such as figures, and is not compared.
 *
 * @param anything whether the header is {@code *}, which matches any existing record
 * @param versions the versions of the tags; tags of other APIs match nothing
 */
record EntityTags(boolean anything, Set<Long> versions) {

	private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,\\s*)*");

	private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(-.*)?");

	static final EntityTags ANYTHING = new EntityTags(true, Set.of());

	static EntityTags of(long version) {
		return new EntityTags(false, Set.of(version));
	}

	/**
	 * Parses a header.
	 * @param weak whether weak tags can match
	 * @throws ProblemException with status 400 if the header is neither {@code *} nor a
	 * list of entity tags
	 */
	static EntityTags parse(String header, String value, boolean weak) {
		if (value.trim().equals("*")) {
			return ANYTHING;
		}
		Set<Long> versions = new LinkedHashSet<>();
		Matcher tag = TAG.matcher(value);
		int end = 0;
		while (end < value.length() && tag.find() && tag.start() == end) {
			end = tag.end();
			Matcher version = VERSION.matcher(tag.group(2));
			if (version.matches() && (weak || tag.group(1) == null)) {
				versions.add(Long.valueOf(version.group(1)));
			}
		}
		if (end < value.length()) {
			throw ProblemException.invalidParameter(header, "invalid_value",
					"must be * or entity tags in double quotes, such as \"7\"");
		}
		return new EntityTags(false, Set.copyOf(versions));
	}

	boolean contain(long version) {
		return this.anything || this.versions.contains(version);
	}

}
