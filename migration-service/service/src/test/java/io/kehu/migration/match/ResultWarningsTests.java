package io.kehu.migration.match;

import java.util.List;

import io.kehu.migration.matching.LinkageWarning;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultWarningsTests {

	@Test
	void warnsOfWhatIsLeftOut() {
		LinkageWarning found = new LinkageWarning(LinkageWarning.Kind.ESTIMATE, "far off");

		assertThat(new ResultWarnings(List.of(found)).reviewed(130_000, 100_000).unread(12, "changed").all())
			.containsExactly(found,
					new LinkageWarning(LinkageWarning.Kind.REVIEW_CUT,
							"130,000 pairs are in doubt; only the 100,000 most probable ones can be reviewed"),
					new LinkageWarning(LinkageWarning.Kind.CHANGES_UNREAD,
							"12 values of changed are no ISO 8601 dates; such records count as changed earliest"));
		assertThat(new ResultWarnings(List.of()).reviewed(7, 7).unread(0, null).all()).isEmpty();
	}

}
