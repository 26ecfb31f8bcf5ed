package io.kehu.customer.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.customer.consent.MailConsents;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the recipients of a campaign: those customers in its segments that the caller may
 * see, and their contacts, with consent and an e-mail address. People who share an
 * address are one recipient.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Audience {

	private final EntityManager entities;

	private final VisibleRecords customers;

	Audience(EntityManager entities, @Qualifier("customers") VisibleRecords customers) {
		this.entities = entities;
		this.customers = customers;
	}

	/** Counts the recipients that the campaign would have now. */
	AudienceSize count(CampaignDetails campaign, Instant now) {
		Tuple row = (Tuple) query(campaign, now, """
				select (select count(*) from member) as customers, (select count(*) from member m where m.excluded)
				as excluded, (select count(*) from recipient) as recipients""", Tuple.class).getSingleResult();
		return new AudienceSize(row.get("customers", Long.class), row.get("excluded", Long.class),
				row.get("recipients", Long.class));
	}

	/** Queues an e-mail for each recipient and step. */
	void queue(UUID id, CampaignDetails campaign, Instant now) {
		List<CampaignStep> steps = campaign.steps();
		String dues = IntStream.range(0, steps.size())
			.mapToObj((i) -> "(%d, cast(:due%1$d as timestamptz))".formatted(i))
			.collect(Collectors.joining(", "));
		Query query = query(campaign, now, """
				insert into campaign_message (id, campaign_id, step, customer_id, contact_id, address, status, due_at,
				queued_at, attempts) select uuidv7(), :campaign, step.number, p.customer_id, p.contact_id, p.address,
				'QUEUED', step.due, :now, 0 from recipient p cross join (values %s) as step (number, due)
				on conflict do nothing""".formatted(dues), null).setParameter("campaign", id);
		for (int i = 0; i < steps.size(); i++) {
			query.setParameter("due" + i, now.plus(Duration.ofDays(steps.get(i).afterDays())));
		}
		query.executeUpdate();
	}

	private Query query(CampaignDetails campaign, Instant now, String statement, @Nullable Class<?> type) {
		Restriction visible = this.customers.visible("r");
		String sql = recipients(visible.sql()) + statement;
		Query query = (type != null) ? this.entities.createNativeQuery(sql, type)
				: this.entities.createNativeQuery(sql);
		visible.parameters().forEach(query::setParameter);
		return query.setParameter("segments", campaign.segmentIds().toArray(UUID[]::new))
			.setParameter("excluded", campaign.excludedSegmentIds().toArray(UUID[]::new))
			.setParameter("purpose", campaign.purpose())
			.setParameter("now", now);
	}

	private static String recipients(String visible) {
		return """
				with member as (select r.id, r.emails, exists (select 1 from segment_member x where x.customer_id = r.id
				and x.segment_id = any(:excluded)) as excluded from customer r where r.deleted_at is null and %s
				and r.id in (select s.customer_id from segment_member s where s.segment_id = any(:segments))),
				person as (select m.id as customer_id, cast(null as uuid) as contact_id, %s as address
				from member m where not m.excluded and %s union all
				select c.customer_id, c.id, %s from contact c join member m on m.id = c.customer_id
				where not m.excluded and c.deleted_at is null
				and (c.valid_to is null or c.valid_to >= cast(:now as date)) and %s),
				recipient as (select distinct on (p.address) p.* from person p where p.address is not null
				order by p.address, p.contact_id nulls first, p.customer_id)
				""".formatted(visible, address("m"), MailConsents.granted("m.id", "null"), address("c"),
				MailConsents.granted("c.customer_id", "c.id"));
	}

	private static String address(String alias) {
		return """
				(select lower(e.item ->> 'address') from jsonb_array_elements(%s.emails) with ordinality as e (item, position)
				order by coalesce(cast(e.item ->> 'primary' as boolean), false) desc, e.position limit 1)"""
			.formatted(alias);
	}

}
