package io.kehu.customer.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.field.CustomFieldChecks;
import io.kehu.customer.field.CustomFields;
import io.kehu.customer.figures.OrderFigures;
import io.kehu.customer.figures.OrderFiguresStore;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.json.Texts;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.record.RecordFields;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.sealing.SealedColumn;
import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares customers and their shares.
 */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

	private static final String VALUES = "contact_values";

	@Bean
	RecordStore<CustomerDetails, Customer, CustomerView> customers(RecordStores stores, OrderFiguresStore figures,
			CustomFields fields, CustomFieldChecks checks, BankAccountIndex accounts) {
		return stores
			.of(Customer.class, (details, now) -> Customer.register(details.completedBy(fields), now),
					CustomerEvent.EVENTS)
			.hierarchy("parentId", CustomerDetails::parentId)
			.checkChunk((chunk) -> checks.prepare(chunk, CustomerDetails::customFields))
			.fields((declared) -> declare(declared, accounts))
			.completed((views) -> withFigures(views, figures))
			.cached("customers")
			.build();
	}

	@Bean
	SealedPlace sealedBankAccounts(SealedRows rows, Sealing sealing) {
		return new SealedColumn(rows, sealing, "customer", "bank_accounts", BankAccountsConverter.FIELD);
	}

	@Bean
	PermissionSource personalData() {
		return () -> List.of(new AnnouncedPermission("customer:pii",
				"See e-mail addresses, phone, tax and bank account numbers of customers and contacts in clear", true,
				null));
	}

	private static void declare(RecordFields<Customer> fields, BankAccountIndex accounts) {
		fields.enumeration("kind", CustomerKind.class)
			.enumeration("status", CustomerStatus.class)
			.name("name", Customer::name)
			.optionalName("givenName", (customer) -> customer.details().givenName())
			.optionalName("familyName", (customer) -> customer.details().familyName())
			.date("birthDate", Customer::birthDate)
			.reference("parentId")
			.elements("email", "emails", "address", VALUES)
			.elements("phone", "phones", "number", VALUES, PhoneNumber::normalized)
			.sealed("taxNumber")
			.several("bankAccount",
					new ValueConditions(
							"r.bank_accounts is not null and r.bank_account_index && string_to_array(:value, ',')",
							null, "r.bank_accounts is null"),
					accounts::searched)
			.elements("city", "addresses", "city", VALUES)
			.elements("postalCode", "addresses", "postalCode", VALUES)
			.elements("country", "addresses", "country", VALUES)
			.several("tag", ValueConditions.ofTexts(withValue("r.tags @> to_jsonb(cast(:value as text))"), "r.tags"),
					Texts::visible)
			.references("segment", "segment_member", "customer_id", "segment_id")
			.several("orderCount", OrderFilters.COUNT, OrderFilters::number)
			.several("lastOrderDate", OrderFilters.LAST_DATE, OrderFilters::date)
			.json("customFields", (customer) -> customer.details().customFields())
			.personal("email", "phone", "bankAccount")
			.search("r.search_text", "search_text_of(r.name)");
	}

	private static List<CustomerView> withFigures(List<CustomerView> views, OrderFiguresStore figures) {
		if (views.size() == 1) {
			// Cached, unlike those of many
			CustomerView view = views.get(0);
			return List.of(view.with(figures.of(view.id())));
		}
		Map<UUID, OrderFigures> known = figures.ofAll(views.stream().map(CustomerView::id).toList());
		return views.stream().map((view) -> view.with(known.getOrDefault(view.id(), OrderFigures.NONE))).toList();
	}

	/**
	 * Finds customers with a value in any of the indexed fields, regardless of its case,
	 * then checks the field.
	 */
	private static String withValue(String condition) {
		return "r." + VALUES + " @> to_jsonb(lower(cast(:value as text))) and " + condition;
	}

	@Bean
	Shares customerShares(ShareStore shares) {
		return shares.of(Customer.class, "customer");
	}

}
