package io.kehu.customer.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.lead.LeadModel.Count;
import io.kehu.customer.lead.LeadScore.Reason;
import io.kehu.platform.access.Ownership;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LeadModelTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static LeadModel model(long won, long lost, Count... counts) {
		return new LeadModel(UUID.randomUUID(), NOW, won, lost, List.of(counts));
	}

	@Test
	void weighsEachFieldByHowOftenItOccurs() {
		LeadModel model = model(40, 60, new Count("source", "web", 10, 45), new Count("source", "fair", 30, 15));
		Reason web = model.reasons(Map.of("source", "web")).get(0);
		assertThat(web.evidence()).isCloseTo(Math.log((11.0 / 42) / (46.0 / 62)), within(0.001));
		assertThat(model.prior()).isCloseTo(Math.log(41.0 / 61), within(0.001));
		double odds = Math.exp(model.prior() + web.evidence());
		assertThat(model.score(Map.of("source", "web"))).isEqualTo((int) Math.round(100 * odds / (1 + odds)));
	}

	@Test
	void isNeitherCertainNorMovedByWhatItHasNotSeen() {
		LeadModel model = model(1000, 1000, new Count("a", "x", 1000, 0), new Count("b", "x", 1000, 0),
				new Count("c", "x", 1000, 0));
		assertThat(model.score(Map.of("a", "x", "b", "x", "c", "x"))).isEqualTo(98);
		assertThat(model.reasons(Map.of("a", "x")).get(0).evidence()).isEqualTo(2);
		assertThat(model.score(Map.of("a", "unseen"))).isEqualTo(50);
		assertThat(model.reasons(Map.of("a", "unseen")).get(0).evidence()).isZero();
	}

	@Test
	void namesTheStrongestReasonFirst() {
		LeadModel model = model(50, 50, new Count("a", "x", 26, 24), new Count("b", "x", 5, 45));
		assertThat(model.reasons(Map.of("a", "x", "b", "x"))).extracting(Reason::field).containsExactly("b", "a");
	}

	@Test
	void admitsThatThereIsTooLittleData() {
		LeadDetails lead = new LeadDetails("other", "Acme", null, null, null, List.of(), List.of(), null, null, null,
				null, null, null, null, List.of(), Ownership.NONE);
		assertThat(LeadScore.of(null, lead).tooLittleData()).isEqualTo("No model has been fitted yet.");
		LeadScore score = LeadScore.of(model(LeadModel.LEAST - 1, 5000), lead);
		assertThat(score.score()).isNull();
		assertThat(score.reasons()).isEmpty();
		assertThat(score.tooLittleData())
			.isEqualTo("A score needs 20 leads that became customers and 20 that were lost.");
	}

}
