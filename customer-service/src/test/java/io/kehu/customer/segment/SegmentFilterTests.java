package io.kehu.customer.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentFilterTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

	@Test
	void countsDaysFromToday() {
		SegmentFilter filter = SegmentFilter
			.of("lastOrderDate[lt]=today-90d&birthDate[gte]=today&birthDate[lt]=today+1d&tag=today-90d");
		assertThat(filter.toRequest(TODAY).parameters())
			.isEqualTo(Map.of("lastOrderDate[lt]", List.of("2025-12-01"), "birthDate[gte]", List.of("2026-03-01"),
					"birthDate[lt]", List.of("2026-03-02"), "tag", List.of("today-90d")));
	}

	@Test
	void keepsAllValuesOfAField() {
		assertThat(SegmentFilter.of("tag=a%26b&tag=c+d&name=x=y").parameters())
			.isEqualTo(Map.of("tag", List.of("a&b", "c d"), "name", List.of("x=y")));
	}

}
