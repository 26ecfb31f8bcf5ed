package io.kehu.customer.consent;

import java.time.Instant;
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

import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the decisions that count. Of several at the same time, a withdrawal counts.
 */
@Repository
class EffectiveConsents {

	private static final String FIND = """
			select distinct on (r.contact_id, r.purpose, r.channel) r.contact_id as contact, r.purpose as purpose,
			r.channel as channel, r.decision as decision, r.decided_at as decided, r.id as id
			from consent r where r.customer_id = :customer and r.deleted_at is null and\s""";

	private static final String LATEST = """
			order by r.contact_id nulls first, r.purpose, r.channel, r.decided_at desc, r.decision desc, r.id desc""";

	private final EntityManager entities;

	private final Access access;

	EffectiveConsents(EntityManager entities, Access access) {
		this.entities = entities;
		this.access = access;
	}

	/** Returns the decisions that the caller may see. */
	@Transactional(readOnly = true)
	public List<EffectiveConsent> of(UUID customer) {
		Restriction visible = this.access.restriction(Consent.class, AccessLevel.READ, "r");
		Map<String, Object> parameters = new HashMap<>(visible.parameters());
		parameters.put("customer", customer);
		Query query = this.entities.createNativeQuery(FIND + visible.sql() + " " + LATEST, Tuple.class);
		parameters.forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map((row) -> view((Tuple) row)).toList();
	}

	private static EffectiveConsent view(Tuple row) {
		return new EffectiveConsent(row.get("contact", UUID.class), row.get("purpose", String.class),
				ConsentChannel.valueOf(row.get("channel", String.class)),
				ConsentDecision.valueOf(row.get("decision", String.class)), row.get("decided", Instant.class),
				row.get("id", UUID.class));
	}

}
