package io.kehu.deploy.local.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleCompanyTests {

	private final Company company = new SampleCompany().make();

	@Test
	void itIsTheSameCompanyEachTime() {
		assertThat(new SampleCompany().make()).isEqualTo(this.company);
	}

	@Test
	void itHasTheDocumentedSize() {
		assertThat(this.company.customers()).hasSize(200);
		assertThat(this.company.products()).hasSize(60);
		assertThat(this.company.orders()).hasSize(3000);
		assertThat(this.company.orders()).extracting((order) -> LocalDate.parse(day(order)))
			.allSatisfy((day) -> assertThat(day).isBetween(SampleCompany.FIRST_DAY, SampleCompany.LAST_DAY))
			.isSorted();
	}

	@Test
	void keysAreUniqueAndReferencesHold() {
		Set<String> keys = new HashSet<>();
		for (Company.Customer customer : this.company.customers()) {
			assertThat(customer.parent() == null || keys.contains(customer.parent())).as(customer.key()).isTrue();
			assertThat(keys.add(customer.key())).as(customer.key()).isTrue();
		}
		Set<String> skus = this.company.products().stream().map(Company.Product::sku).collect(Collectors.toSet());
		assertThat(skus).hasSize(60);
		assertThat(this.company.orders()).allSatisfy((order) -> {
			assertThat(keys).contains(order.customer());
			assertThat(order.lines()).isNotEmpty().allSatisfy((line) -> assertThat(skus).contains(line.sku()));
		});
		assertThat(this.company.orders()).extracting(Company.Order::number).doesNotHaveDuplicates();
	}

	@Test
	void everyCustomerCanBeReached() {
		assertThat(this.company.customers()).allSatisfy((customer) -> {
			assertThat(addresses(customer.body().get("emails"), "address"))
				.allMatch((mail) -> mail.matches("[a-z0-9.-]+@[a-z0-9-]+\\.example"));
			assertThat(addresses(customer.body().get("phones"), "number"))
				.allMatch((number) -> Countries.phone(number, Optional.of("DE")).filter(number::equals).isPresent());
		});
	}

	@Test
	void fewCustomersBuyMuchAndSummersSellBetter() {
		Map<String, Long> perCustomer = this.company.orders()
			.stream()
			.collect(Collectors.groupingBy(Company.Order::customer, Collectors.counting()));
		long best = perCustomer.values()
			.stream()
			.sorted((a, b) -> Long.compare(b, a))
			.limit(40)
			.mapToLong((n) -> n)
			.sum();
		assertThat(best).isGreaterThan(3000 * 4 / 10);
		assertThat(inMonth("07")).isGreaterThan(inMonth("01") * 3 / 2);
	}

	private long inMonth(String month) {
		return this.company.orders().stream().filter((order) -> day(order).startsWith(month, 5)).count();
	}

	private static String day(Company.Order order) {
		return String.valueOf(order.body().get("orderDate"));
	}

	@SuppressWarnings("unchecked")
	private static List<String> addresses(Object list, String field) {
		return ((List<Map<String, Object>>) list).stream().map((entry) -> String.valueOf(entry.get(field))).toList();
	}

}
