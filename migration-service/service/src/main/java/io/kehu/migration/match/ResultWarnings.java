package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.matching.LinkageWarning;
import org.jspecify.annotations.Nullable;

/**
 * Warns of what the result of a linkage leaves out, beside what is implausible about it.
 */
final class ResultWarnings {

	private final List<LinkageWarning> warnings;

	ResultWarnings(List<LinkageWarning> found) {
		this.warnings = new ArrayList<>(found);
	}

	/** Warns if fewer pairs are listed for review than are in doubt. */
	ResultWarnings reviewed(int inDoubt, int listed) {
		if (inDoubt > listed) {
			this.warnings.add(new LinkageWarning(LinkageWarning.Kind.REVIEW_CUT, String.format(Locale.ROOT,
					"%,d pairs are in doubt; only the %,d most probable ones can be reviewed", inDoubt, listed)));
		}
		return this;
	}

	/** Warns if times of changes could not be read. */
	ResultWarnings unread(long values, @Nullable String column) {
		if (values > 0) {
			this.warnings.add(new LinkageWarning(LinkageWarning.Kind.CHANGES_UNREAD, String.format(Locale.ROOT,
					"%,d values of %s are no ISO 8601 dates; such records count as changed earliest", values, column)));
		}
		return this;
	}

	List<LinkageWarning> all() {
		return List.copyOf(this.warnings);
	}

}
