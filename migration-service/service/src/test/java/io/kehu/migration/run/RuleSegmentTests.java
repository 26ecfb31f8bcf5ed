package io.kehu.migration.run;

import java.util.List;

import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.chain.RuleAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleSegmentTests {

	private static final Rule SIMPLE = new Rule.DropColumn("x");

	private static final Rule SCANNING = new RepeatedRows(List.of(), RuleAction.DROP, null);

	@Test
	void beginBeforeEachRuleThatNeedsAFullScan() {
		List<RuleSegment> segments = RuleSegment.of(List.of(SIMPLE, SIMPLE, SCANNING, SIMPLE, SCANNING));
		assertThat(segments).containsExactly(new RuleSegment(1, 0, List.of(SIMPLE, SIMPLE)),
				new RuleSegment(2, 2, List.of(SCANNING, SIMPLE)), new RuleSegment(3, 4, List.of(SCANNING)));
		assertThat(segments).extracting(RuleSegment::scans).containsExactly(false, true, true);
		assertThat(segments.get(1).scanningRule()).isEqualTo(SCANNING);
		assertThat(segments.get(1).scanStage()).isEqualTo("scan-2");
		assertThat(segments.get(1).stage()).isEqualTo("rules-2");
	}

	@Test
	void areAtLeastOne() {
		assertThat(RuleSegment.of(List.of())).containsExactly(new RuleSegment(1, 0, List.of()));
		assertThat(RuleSegment.of(List.of()).get(0).scans()).isFalse();
		assertThat(RuleSegment.of(List.of(SCANNING))).containsExactly(new RuleSegment(1, 0, List.of(SCANNING)));
	}

}
