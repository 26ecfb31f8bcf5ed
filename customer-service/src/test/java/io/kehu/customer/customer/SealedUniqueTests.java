package io.kehu.customer.customer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordDeclaration;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A kind of record that is identified by a sealed field.
 */
@CustomerServiceTest
class SealedUniqueTests {

	@Autowired
	private RecordStores stores;

	private String tax;

	@BeforeEach
	void signIn() {
		Caller caller = new Caller("xena", null, "xena", "xena", Set.of(),
				Set.of("customer:read", "customer:write", "customer:pii"), Set.of());
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, null));
		this.tax = "TX" + UUID.randomUUID().toString().substring(0, 8);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	private RecordDeclaration<CustomerDetails, Customer, CustomerView> declared() {
		return this.stores.of(Customer.class, Customer::register, CustomerEvent.EVENTS)
			.unique("taxNumber", CustomerDetails::taxNumber, (customer) -> customer.details().taxNumber())
			.fields((fields) -> fields.sealed("taxNumber"));
	}

	private static CustomerDetails withNumber(String number) {
		return new CustomerDetails(CustomerKind.COMPANY, "Acme", null, null, CustomerStatus.PROSPECT, List.of(),
				List.of(), List.of(), null, number, List.of(), List.of(), Map.of(), List.of(), null, Ownership.NONE);
	}

	@Test
	void isFoundByItsIndex() {
		RecordStore<CustomerDetails, ?, CustomerView> store = declared().build();
		CustomerView one = store.create(withNumber(this.tax));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> store.create(withNumber(this.tax.toLowerCase(Locale.ROOT) + " ")))
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(HttpStatus.CONFLICT);
				assertThat(ex.errors()).extracting(FieldError::pointer).containsExactly("/taxNumber");
				assertThat(ex.errors()).extracting(FieldError::recordId).containsExactly(one.id());
				assertThat(ex.errors().toString()).doesNotContain(this.tax);
			});
		store.create(withNumber(this.tax + "1"));
	}

	@Test
	void isNotPartOfAddresses() {
		assertThatIllegalStateException().isThrownBy(() -> declared().addressedBy("taxNumber").build())
			.withMessageContaining("taxNumber");
	}

}
