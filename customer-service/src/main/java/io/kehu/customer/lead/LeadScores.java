package io.kehu.customer.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scores each lead that is stored, so that every way of changing a lead has this effect,
 * and reads the scores of leads.
 */
@Component
class LeadScores {

	private final CurrentLeadModel current;

	private final JdbcClient jdbc;

	LeadScores(CurrentLeadModel current, JdbcClient jdbc) {
		this.current = current;
		this.jdbc = jdbc;
	}

	@PrePersist
	@PreUpdate
	void rate(Lead changed) {
		Map<String, String> features = LeadFeatures.of(changed.details());
		LeadModel model = this.current.get();
		changed.rate((model != null) ? new Rating(features, model.score(features), model.id())
				: new Rating(features, null, null));
	}

	/** Returns the views with their scores. */
	List<LeadView> with(List<LeadView> views) {
		Map<UUID, Integer> scores = new HashMap<>();
		List<UUID> ids = views.stream().map(LeadView::id).toList();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select id, score from lead where id in (:ids) and score is not null")
				.param("ids", ids)
				.query((row) -> {
					scores.put(row.getObject(1, UUID.class), row.getInt(2));
				});
		}
		return views.stream().map((view) -> view.with(scores.get(view.id()))).toList();
	}

	/**
	 * The score of a lead.
	 *
	 * @param features what it was calculated from
	 * @param model the model that it was calculated by, or null if there is none
	 */
	record Rating(Map<String, String> features, @Nullable Integer score, @Nullable UUID model) {
	}

}
