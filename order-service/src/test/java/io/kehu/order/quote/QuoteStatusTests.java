package io.kehu.order.quote;

import java.util.Set;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuoteStatusTests {

	@ParameterizedTest
	@CsvSource({ "DRAFT, PENDING SENT", "PENDING, APPROVED DRAFT", "APPROVED, SENT DRAFT",
			"SENT, ACCEPTED DECLINED DRAFT", "DECLINED, DRAFT", "ACCEPTED, ''" })
	void permitsTheseTransitionsOnly(QuoteStatus from, String next) {
		Set<String> allowed = Set.of(next.split(" "));
		for (QuoteStatus to : QuoteStatus.values()) {
			if (allowed.contains(to.name())) {
				assertThat(from.to(to)).isEqualTo(to);
			}
			else {
				assertThatThrownBy(() -> from.to(to)).isInstanceOf(ProblemException.class)
					.hasMessageContaining(from.toString());
			}
		}
	}

}
