package io.kehu.customer.insight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.customer.insight.model.RfmSegment;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;

/**
 * Counts the customers of each segment that the caller may see.
 */
@Repository
class SegmentStore {

	private final EntityManager entities;

	private final VisibleRecords visible;

	SegmentStore(EntityManager entities, @Qualifier("customers") VisibleRecords visible) {
		this.entities = entities;
		this.visible = visible;
	}

	/** Returns the counts of the segments with customers. */
	Map<RfmSegment, Long> count(UUID fit) {
		Restriction restriction = this.visible.visible("r");
		Query query = this.entities
			.createNativeQuery(
					"""
							select i.segment as segment, count(*) as customers from customer_insight i
							join customer r on r.id = i.customer_id
							where i.fit_id = :fit and i.segment is not null and r.deleted_at is null and %s group by i.segment"""
						.formatted(restriction.sql()),
					Tuple.class)
			.setParameter("fit", fit);
		restriction.parameters().forEach(query::setParameter);
		Map<RfmSegment, Long> counts = new EnumMap<>(RfmSegment.class);
		((List<?>) query.getResultList()).stream()
			.map(Tuple.class::cast)
			.forEach((row) -> counts.put(RfmSegment.valueOf(row.get("segment", String.class)),
					Objects.requireNonNull(row.get("customers", Long.class))));
		return counts;
	}

}
