package io.kehu.migration.mapping;

import java.util.List;
import java.util.Locale;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.Table;

/**
 * What a table can be in a legacy CRM, by its name and its columns.
 */
enum TableRole {

	/** Products. */
	PRODUCTS(Resource.PRODUCTS, "product, film, item, article, good, artikel, service", "price, rate, cost, sku"),

	/** Customers. */
	CUSTOMERS(Resource.CUSTOMERS, "customer, client, account, company, organization, organisation, kunde, debtor",
			"name, email, phone, address, city, lastname, companyname"),

	/** Contacts. */
	CONTACTS(Resource.CONTACTS, "contact, person, ansprechpartner", "lastname, email, firstname, phone"),

	/** Leads. */
	LEADS(Resource.LEADS, "lead, prospect, interessent", "company, email, source, status"),

	/** Opportunities. */
	OPPORTUNITIES(Resource.OPPORTUNITIES, "opportunity, deal, business", "stage, amount, closedate, probability"),

	/** Orders. */
	ORDERS(Resource.ORDERS, "order, invoice, sale, purchase, rental, contract, auftrag, bestellung",
			"date, customerid, status, total, orderdate, rentaldate"),

	/** Lines of orders. */
	LINES(Resource.ORDERS, "detail, line, position, orderitem, payment",
			"quantity, price, unitprice, amount, discount, qty"),

	/** Activities. */
	ACTIVITIES(Resource.ACTIVITIES, "activity, task, call, meeting, note, event", "subject, date, duedate, text"),

	/** Cases. */
	CASES(Resource.CASES, "case, ticket, issue, complaint", "subject, priority, status, description");

	/**
	 * A table whose last word names the role is more likely than one whose first does.
	 */
	private static final int NAMED = 6;

	private static final int MENTIONED = 2;

	private static final int ENOUGH = 5;

	private final Resource resource;

	private final String names;

	private final String columns;

	TableRole(Resource resource, String names, String columns) {
		this.resource = resource;
		this.names = names;
		this.columns = columns;
	}

	Resource resource() {
		return this.resource;
	}

	/** Returns how likely a table has this role; 0 if it does not. */
	int score(Table table) {
		List<String> words = NameWords.of(table.name());
		if (words.isEmpty() || table.key().isEmpty()) {
			return 0;
		}
		String last = words.get(words.size() - 1);
		int named = listed(this.names, last) || listed(this.names, String.join("", words))
				? NAMED - Math.min(words.size(), 4) + 1
				: (words.stream().anyMatch((word) -> listed(this.names, word)) ? MENTIONED : 0);
		int score = named + shape(table);
		return (named > 0 && score >= ENOUGH) ? score : 0;
	}

	private static boolean listed(String names, String name) {
		return (", " + names + ", ").contains(", " + name + ", ");
	}

	private int shape(Table table) {
		return (int) table.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> listed(this.columns, NameWords.within(table.name(), column))
					|| listed(this.columns, String.join("", NameWords.of(column))))
			.count();
	}

	/** Returns the reason for a choice, for people. */
	String reason(Table table) {
		List<String> found = table.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> listed(this.columns, NameWords.within(table.name(), column))
					|| listed(this.columns, String.join("", NameWords.of(column))))
			.toList();
		return "The table %s is taken for %s by its name%s.".formatted(table.name(), name().toLowerCase(Locale.ROOT),
				found.isEmpty() ? "" : " and its columns " + String.join(", ", found));
	}

}
