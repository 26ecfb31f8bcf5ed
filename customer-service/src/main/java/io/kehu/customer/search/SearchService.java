package io.kehu.customer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches all kinds of record with one statement each.
 */
@Service
class SearchService {

	private static final int MOST = 50;

	private final EntityManager entities;

	private final VisibleRecords customers;

	private final VisibleRecords contacts;

	private final VisibleRecords leads;

	private final VisibleRecords cases;

	SearchService(EntityManager entities, @Qualifier("customers") VisibleRecords customers,
			@Qualifier("contacts") VisibleRecords contacts, @Qualifier("leads") VisibleRecords leads,
			@Qualifier("cases") VisibleRecords cases) {
		this.entities = entities;
		this.customers = customers;
		this.contacts = contacts;
		this.leads = leads;
		this.cases = cases;
	}

	/** Returns the records that the caller may see and that match best. */
	@Transactional(readOnly = true)
	public SearchAnswer search(String text, Set<SearchKind> kinds, int limit) {
		SearchWords words = SearchWords.of(text, folded(text));
		List<SearchHit> found = new ArrayList<>();
		for (SearchKind kind : kinds) {
			SearchedTable table = table(kind);
			if (!table.visible().sql().equals("false")) {
				found.addAll(search(table, words));
			}
		}
		found.sort(Comparator.comparingDouble((SearchHit hit) -> -hit.score())
			.thenComparing(SearchHit::name)
			.thenComparing(SearchHit::id));
		int most = Math.min(limit, MOST);
		return new SearchAnswer(found.stream().limit(most).toList(), found.size() > most);
	}

	private String folded(String text) {
		return (String) this.entities.createNativeQuery("select search_text_of(cast(:text as text))", String.class)
			.setParameter("text", text)
			.getSingleResult();
	}

	private SearchedTable table(SearchKind kind) {
		return switch (kind) {
			case CUSTOMER -> new SearchedTable(kind, "customer", "r.name", "r.id", keys("customer", "customer_id"),
					true, true, true, false, this.customers.visible("r"), this.customers.clear("r"));
			case CONTACT ->
				new SearchedTable(kind, "contact", "concat_ws(' ', r.given_name, r.family_name, r.job_title)",
						"r.customer_id", keys("contact", "contact_id"), true, false, true, false,
						this.contacts.visible("r"), this.contacts.clear("r"));
			case LEAD -> new SearchedTable(kind, "lead",
					"concat_ws(' ', r.company, r.given_name, r.family_name, r.interest)", "r.customer_id",
					keys("lead", "lead_id"), true, false, true, false, this.leads.visible("r"), this.leads.clear("r"));
			case CASE -> new SearchedTable(kind, "support_case", "concat_ws(' ', r.number, r.subject)", "r.customer_id",
					keys("support_case", "case_id"), false, false, false, true, this.cases.visible("r"),
					Restriction.NONE);
		};
	}

	private static String keys(String table, String column) {
		return "select k.%s from %s_external_id k where k.external_id".formatted(column, table);
	}

	private List<SearchHit> search(SearchedTable table, SearchWords words) {
		SearchStatement statement = new SearchStatement(table, words);
		Query query = this.entities.createNativeQuery(statement.sql(), Tuple.class);
		statement.parameters().forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map((row) -> hit(table.kind(), (Tuple) row)).toList();
	}

	private static SearchHit hit(SearchKind kind, Tuple row) {
		double weight = Objects.requireNonNull(row.get("weight", Double.class));
		return new SearchHit(kind, Objects.requireNonNull(row.get("id", UUID.class)),
				Objects.requireNonNull(row.get("name", String.class)), row.get("customer", UUID.class),
				Math.round(weight * 1000) / 1000.0);
	}

}
