package io.kehu.order.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows customers from the period of their first order.
 */
@Service
class SalesCohorts {

	/** The earliest date that an order can have. */
	private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

	private final SalesSource source;

	private final EntityManager entities;

	SalesCohorts(SalesSource source, EntityManager entities) {
		this.source = source;
		this.entities = entities;
	}

	/**
	 * Returns the cohorts that began in these days.
	 * @param filters limits the orders that count
	 */
	@Transactional(readOnly = true)
	public List<Cohort> cohorts(SalesInterval interval, LocalDate from, LocalDate to,
			Map<SalesDimension, UUID> filters) {
		SalesSource.Figures figures = this.source
			.of(new SalesQuery(interval, SalesDimension.CUSTOMER, BEGINNING, to, filters, null, null));
		Map<String, Object> parameters = new HashMap<>(figures.parameters());
		parameters.put("cohorts", interval.first(from));
		Query query = this.entities.createNativeQuery("""
				with purchase as (select f.member as member, f.period as period from (%s) as f where f.orders > 0
				group by 1, 2),
				origin as (select p.member as member, min(p.period) as cohort from purchase p group by 1)
				select o.cohort as cohort, p.period as period, count(*) as customers from purchase p
				join origin o on o.member = p.member where o.cohort >= :cohorts group by 1, 2 order by 1, 2"""
			.formatted(figures.sql()), Tuple.class);
		parameters.forEach(query::setParameter);
		Map<LocalDate, List<Retention>> cohorts = new LinkedHashMap<>();
		((List<?>) query.getResultList()).stream().map(Tuple.class::cast).forEach((row) -> {
			LocalDate cohort = row.get("cohort", LocalDate.class);
			List<Retention> periods = cohorts.computeIfAbsent(cohort, (unknown) -> new ArrayList<>());
			long customers = row.get("customers", Long.class);
			double size = periods.isEmpty() ? customers : periods.get(0).customers();
			periods.add(new Retention(row.get("period", LocalDate.class), customers, customers / size));
		});
		return cohorts.entrySet()
			.stream()
			.map((one) -> new Cohort(one.getKey(), one.getValue().get(0).customers(), one.getValue()))
			.toList();
	}

	/**
	 * The customers whose first order was in the same period.
	 *
	 * @param cohort the first day of that period
	 * @param size how many they are
	 * @param periods the periods in which some of them ordered, beginning with the first
	 */
	record Cohort(LocalDate cohort, long size, List<Retention> periods) {
	}

	/**
	 * Those of a cohort who ordered in a period.
	 *
	 * @param share their share of the cohort
	 */
	record Retention(LocalDate period, long customers, double share) {
	}

}
