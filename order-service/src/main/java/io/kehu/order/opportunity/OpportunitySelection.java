package io.kehu.order.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Queries the opportunities that the caller may read, with the alias {@code o}.
 */
@Component
class OpportunitySelection {

	private final EntityManager entities;

	private final Access access;

	OpportunitySelection(EntityManager entities, Access access) {
		this.entities = entities;
		this.access = access;
	}

	/** Starts a query. */
	Conditions where(@Nullable UUID pipeline, @Nullable UUID owner, @Nullable UUID team) {
		Restriction visible = this.access.restriction(Opportunity.class, AccessLevel.READ, "o");
		Conditions conditions = new Conditions();
		conditions.parameters.putAll(visible.parameters());
		conditions.parts.add("o.deleted_at is null and " + visible.sql());
		return conditions.and("o.pipeline_id = :pipeline", "pipeline", pipeline)
			.and("o.owner_id = :owner", "owner", owner)
			.and("o.team_id = :team", "team", team);
	}

	/**
	 * Runs a query.
	 * @param sql the query, with <code>%s</code> in place of the conditions
	 */
	List<Tuple> select(String sql, Conditions conditions) {
		Query query = this.entities.createNativeQuery(sql.formatted(String.join(" and ", conditions.parts)),
				Tuple.class);
		conditions.parameters.forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast).toList();
	}

	/**
	 * The conditions of a query.
	 */
	static final class Conditions {

		private final List<String> parts = new ArrayList<>();

		private final Map<String, Object> parameters = new HashMap<>();

		/** Adds a condition, unless its value is null. */
		Conditions and(String condition, String parameter, @Nullable Object value) {
			if (value != null) {
				this.parts.add(condition);
				this.parameters.put(parameter, value);
			}
			return this;
		}

		/** Adds a parameter that the query itself contains. */
		Conditions with(String parameter, Object value) {
			this.parameters.put(parameter, value);
			return this;
		}

	}

}
