package io.kehu.deploy.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Generates a company that sells bicycles and their parts in Europe. The result is
 * reproducible and as uneven as real data: a few customers buy most, and summers sell
 * better than winters.
 */
public final class SampleCompany {

	static final int COMPANIES = 150;

	static final int PEOPLE = 50;

	static final int PRODUCTS = 60;

	static final int ORDERS = 3000;

	static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);

	static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

	private static final long SEED = 20_261_121;

	private static final int OPEN_DAYS = 14;

	private static final double SUMMER = 0.45;

	private final Random random = new Random(SEED);

	private final SampleWords words = new SampleWords(this.random);

	/** Generates the company. */
	public Company make() {
		List<Company.Customer> customers = customers();
		List<Company.Product> products = products();
		return new Company(customers, products, orders(customers, products));
	}

	private List<Company.Customer> customers() {
		List<Company.Customer> customers = new ArrayList<>();
		List<SampleWords.Place> places = new ArrayList<>();
		for (int number = 1; number <= COMPANIES; number++) {
			SampleWords.Place place = this.words.place();
			places.add(place);
			customers.add(company(number, place));
		}
		for (int number = 1; number <= PEOPLE; number++) {
			int employer = this.random.nextInt(COMPANIES);
			customers.add(person(number, customers.get(employer), places.get(employer)));
		}
		return customers;
	}

	private Company.Customer company(int number, SampleWords.Place place) {
		String key = "company-%03d".formatted(number);
		String name = this.words.companyName(place);
		String domain = SampleWords.ascii(name) + ".example";
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("kind", "company");
		body.put("name", name);
		body.put("status", (number % 12 == 0) ? "inactive" : "active");
		body.put("emails", List.of(Map.of("address", "office@" + domain, "type", "work", "primary", true),
				Map.of("address", "invoices@" + domain, "type", "billing", "primary", false)));
		body.put("phones", List.of(Map.of("number", this.words.phone(place), "type", "work", "primary", true)));
		List<Map<String, Object>> addresses = new ArrayList<>();
		addresses.add(this.words.address("billing", place));
		if (this.random.nextInt(3) == 0) {
			addresses.add(this.words.address("shipping", place));
		}
		body.put("addresses", addresses);
		body.put("tags", List.of(this.words.oneOf("dealer", "workshop", "rental", "club"), "sample"));
		body.put("externalIds", List.of(Map.of("system", "sample", "id", key)));
		return new Company.Customer(key, null, body);
	}

	private Company.Customer person(int number, Company.Customer employer, SampleWords.Place place) {
		String key = "person-%03d".formatted(number);
		String givenName = this.words.givenName();
		String familyName = this.words.familyName();
		String address = SampleWords.ascii(givenName) + "." + SampleWords.ascii(familyName) + "@"
				+ SampleWords.ascii(String.valueOf(employer.body().get("name"))) + ".example";
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("kind", "person");
		body.put("givenName", givenName);
		body.put("familyName", familyName);
		body.put("name", givenName + " " + familyName);
		body.put("status", "active");
		body.put("emails", List.of(Map.of("address", address, "type", "work", "primary", true)));
		body.put("phones", List.of(Map.of("number", this.words.phone(place), "type", "mobile", "primary", true)));
		body.put("addresses", List.of(this.words.address("work", place)));
		body.put("tags", List.of("contact", "sample"));
		body.put("externalIds", List.of(Map.of("system", "sample", "id", key)));
		return new Company.Customer(key, employer.key(), body);
	}

	private List<Company.Product> products() {
		List<Company.Product> products = new ArrayList<>();
		for (int number = 1; number <= PRODUCTS; number++) {
			SampleWords.Article article = SampleWords.article(number - 1);
			double price = article.price() * (0.8 + 0.5 * this.random.nextDouble());
			products.add(new Company.Product("VELO-%03d".formatted(number),
					new LinkedHashMap<>(Map.of("sku", "VELO-%03d".formatted(number), "name", article.name(), "price",
							money(amount(price)), "active", number % 20 != 0))));
		}
		return products;
	}

	private List<Company.Order> orders(List<Company.Customer> customers, List<Company.Product> products) {
		List<LocalDate> days = new ArrayList<>();
		while (days.size() < ORDERS) {
			LocalDate day = FIRST_DAY
				.plusDays(this.random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1));
			double season = 1 - SUMMER * Math.cos(2 * Math.PI * (day.getDayOfYear() - 20) / 365.0);
			if (this.random.nextDouble() * (1 + SUMMER) < season) {
				days.add(day);
			}
		}
		days.sort(null);
		List<Company.Order> orders = new ArrayList<>();
		for (int number = 1; number <= ORDERS; number++) {
			// The square of a uniform distribution: a fifth of the customers buy almost
			// half
			int buyer = (int) (Math.pow(this.random.nextDouble(), 2) * customers.size());
			orders.add(order(number, days.get(number - 1), customers.get(buyer).key(), products));
		}
		return orders;
	}

	private Company.Order order(int number, LocalDate day, String customer, List<Company.Product> products) {
		List<Company.Line> lines = new ArrayList<>();
		int count = 1 + this.random.nextInt(5);
		int first = this.random.nextInt(products.size());
		for (int line = 0; line < count; line++) {
			Company.Product product = products.get((first + line * 7) % products.size());
			lines.add(new Company.Line(product.sku(), OrderBodies.line(1 + this.random.nextInt(9), price(product),
					(this.random.nextInt(6) == 0) ? new BigDecimal("0.10") : BigDecimal.ZERO)));
		}
		return new Company.Order("SAMPLE-%05d".formatted(number), customer,
				OrderBodies.order("SAMPLE-%05d".formatted(number), day, status(day)), lines);
	}

	private String status(LocalDate day) {
		if (this.random.nextInt(25) == 0) {
			return "cancelled";
		}
		if (day.isAfter(LAST_DAY.minusDays(OPEN_DAYS))) {
			return this.random.nextBoolean() ? "placed" : "confirmed";
		}
		return "completed";
	}

	private static Map<String, Object> money(BigDecimal amount) {
		return OrderBodies.money(amount, "EUR");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> price(Company.Product product) {
		return (Map<String, Object>) product.body().getOrDefault("price", Map.of());
	}

	private static BigDecimal amount(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
	}

}
