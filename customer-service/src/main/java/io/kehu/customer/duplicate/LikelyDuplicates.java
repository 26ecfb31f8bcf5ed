package io.kehu.customer.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.LikelyDuplicate;
import io.kehu.customer.duplicate.DuplicateQuery.Candidate;
import io.kehu.platform.record.VisibleRecords;
import io.kehu.platform.sealing.Sealing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers and contacts that may be the same as others. Records that the caller
 * may not see are offered with a masked name and without their id, so that the caller can
 * ask for them. Values that the caller only sees masked are not compared.
 */
@Component
public class LikelyDuplicates {

	private static final double LEAST = 0.45;

	private static final int MOST = 10;

	private static final int MOST_VALUES = 5;

	private final EntityManager entities;

	private final VisibleRecords customers;

	private final VisibleRecords contacts;

	private final Sealing sealing;

	LikelyDuplicates(EntityManager entities, @Qualifier("customers") VisibleRecords customers,
			@Qualifier("contacts") VisibleRecords contacts, Sealing sealing) {
		this.entities = entities;
		this.customers = customers;
		this.contacts = contacts;
		this.sealing = sealing;
	}

	/** Returns the customers that resemble most, the likeliest first. */
	@Transactional(readOnly = true)
	public List<LikelyDuplicate> customers(Resemblance wanted) {
		return find(new SearchedRecords("customer", "r.name", "jsonb_path_query_array(r.addresses, '$[*].*')",
				"r.name collate \"und-x-icu\" = :exact", true, this.customers.visible("r"), this.customers.clear("r")),
				wanted);
	}

	/** Returns the contacts that resemble most, the likeliest first. */
	@Transactional(readOnly = true)
	public List<LikelyDuplicate> contacts(Resemblance wanted) {
		return find(new SearchedRecords("contact",
				"case when concat(r.family_name, r.given_name) ~ '^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+$' then concat(r.family_name, r.given_name) "
						+ "else concat_ws(' ', r.given_name, r.family_name) end",
				null, "r.family_name collate \"und-x-icu\" = :exact", false, this.contacts.visible("r"),
				this.contacts.clear("r")), wanted);
	}

	private List<LikelyDuplicate> find(SearchedRecords records, Resemblance given) {
		Resemblance wanted = new Resemblance(few(given.names()), few(given.emails()), few(given.phones()),
				given.taxNumber(), given.places(), given.except());
		List<String> folded = wanted.names().stream().map(this::folded).toList();
		String taxNumber = wanted.taxNumber();
		DuplicateQuery query = new DuplicateQuery(records, wanted, folded.stream().map(Likeness::bare).toList(),
				(taxNumber != null) ? this.sealing.index().all("taxNumber", taxNumber) : null);
		if (query.empty()) {
			return List.of();
		}
		Query select = this.entities.createNativeQuery(query.sql(), Tuple.class).setFlushMode(FlushModeType.COMMIT);
		query.parameters().forEach(select::setParameter);
		List<LikelyDuplicate> found = new ArrayList<>();
		for (Object row : select.getResultList()) {
			LikelyDuplicate duplicate = rated(candidate((Tuple) row), folded);
			if (duplicate != null) {
				found.add(duplicate);
			}
		}
		found.sort(Comparator.comparingDouble((LikelyDuplicate one) -> -one.score())
			.thenComparing((one) -> String.valueOf(one.id())));
		return found.stream().limit(MOST).toList();
	}

	private static List<String> few(List<String> values) {
		return values.stream().distinct().limit(MOST_VALUES).toList();
	}

	private String folded(String name) {
		return (String) this.entities.createNativeQuery("select search_text_of(cast(:name as text))", String.class)
			.setFlushMode(FlushModeType.COMMIT)
			.setParameter("name", name)
			.getSingleResult();
	}

	private static Candidate candidate(Tuple row) {
		return new Candidate(row.get("id", UUID.class), row.get("name", String.class), row.get("folded", String.class),
				row.get("visible", Boolean.class), row.get("email", Boolean.class), row.get("phone", Boolean.class),
				row.get("tax", Boolean.class), row.get("place", Boolean.class));
	}

	/** Combines the matches as independent signs: each leaves less doubt. */
	private static @Nullable LikelyDuplicate rated(Candidate candidate, List<String> names) {
		double alike = names.stream().mapToDouble((name) -> Likeness.of(name, candidate.folded())).max().orElse(0);
		List<String> reasons = new ArrayList<>();
		double doubt = sign(reasons, candidate.taxNumber(), "tax-number", 0.95)
				* sign(reasons, candidate.email(), "email", 0.9) * sign(reasons, candidate.phone(), "phone", 0.7)
				* sign(reasons, alike >= Likeness.LEAST, "name", 0.75 * alike);
		doubt *= sign(reasons, !reasons.isEmpty() && candidate.place(), "place", 0.2);
		double score = Math.round((1 - doubt) * 100) / 100.0;
		if (score < LEAST) {
			return null;
		}
		LikelyDuplicate found = new LikelyDuplicate(candidate.id(), candidate.name(), false, score, reasons);
		return candidate.visible() ? found : found.masked();
	}

	private static double sign(List<String> reasons, boolean matches, String reason, double weight) {
		if (matches) {
			reasons.add(reason);
		}
		return matches ? 1 - weight : 1;
	}

}
