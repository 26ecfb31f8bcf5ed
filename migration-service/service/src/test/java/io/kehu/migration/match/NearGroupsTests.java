package io.kehu.migration.match;

import io.kehu.migration.matching.neighbourhood.NearDuplicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearGroupsTests {

	private final NearGroups groups = new NearGroups(6);

	@Test
	void joinRowsTransitivelyUnderTheirFirst() {
		this.groups.add(new NearDuplicate(5, 3, 0.91));
		this.groups.add(new NearDuplicate(5, 2, 0.95));
		this.groups.add(new NearDuplicate(5, 3, 0.91));
		assertThat(this.groups.of(2)).isNull();
		assertThat(this.groups.of(3)).isEqualTo(new NearDuplicate(3, 2, 0.91));
		assertThat(this.groups.of(5)).isEqualTo(new NearDuplicate(5, 2, 0.95));
		assertThat(this.groups.of(1)).isNull();
		assertThat(this.groups.of(6)).isNull();
	}

	@Test
	void mergeInAnyOrder() {
		this.groups.add(new NearDuplicate(6, 4, 0.9));
		this.groups.add(new NearDuplicate(2, 1, 0.9));
		this.groups.add(new NearDuplicate(4, 2, 0.99));
		for (int row : new int[] { 2, 4, 6 }) {
			assertThat(this.groups.of(row)).extracting(NearDuplicate::first).isEqualTo(1L);
		}
	}

}
