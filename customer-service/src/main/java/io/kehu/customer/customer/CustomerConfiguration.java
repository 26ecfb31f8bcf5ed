package io.kehu.customer.customer;

import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.cache.CacheFactory;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;
import io.kehu.platform.query.ValueConditions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the list fields, the shares and the cache of customers.
 */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

	static final ListFields<Customer> FIELDS = ListFields.ofDeletable("customer c", Customer::id, Customer::deletedAt)
		.enumeration("kind", "c.kind", CustomerKind.class)
		.enumeration("status", "c.status", CustomerStatus.class)
		.text("name", ListFields.names("c.name"), Customer::name)
		.optionalText("givenName", ListFields.names("c.given_name"), (customer) -> customer.details().givenName())
		.optionalText("familyName", ListFields.names("c.family_name"), (customer) -> customer.details().familyName())
		.date("birthDate", "c.birth_date", true, Customer::birthDate)
		.reference("parentId", "c.parent_id")
		.reference("ownerId", "c.owner_id")
		.reference("teamId", "c.team_id")
		.instant("createdAt", "c.created_at", Customer::createdAt)
		.instant("updatedAt", "c.updated_at", Customer::updatedAt)
		.several("email", element("emails", "address"))
		.several("phone", element("phones", "number"), (number) -> Contacts.dialled(number.strip(), null).number())
		.several("city", element("addresses", "city"))
		.several("postalCode", element("addresses", "postalCode"))
		.several("country", element("addresses", "country"))
		.several("tag", ValueConditions.ofTexts(withValue("c.tags @> to_jsonb(cast(:value as text))"), "c.tags"))
		.externalIds("customer_external_id", "customer_id")
		.search("c.search_text");

	private static ValueConditions element(String column, String key) {
		return ValueConditions.ofMember(withValue("""
				exists (select 1 from jsonb_array_elements(c.%s) as element (item)
				where lower(element.item ->> '%s') = lower(:value))""".formatted(column, key)), "c." + column, key);
	}

	/**
	 * Finds customers with a value in any of the indexed fields, regardless of its case,
	 * then checks the field.
	 */
	private static String withValue(String condition) {
		return "c.contact_values @> to_jsonb(lower(cast(:value as text))) and " + condition;
	}

	@Bean
	RecordList<Customer> customerList(RecordLists lists) {
		return lists.create(Customer.class, FIELDS);
	}

	@Bean
	Shares customerShares(ShareStore shares) {
		return shares.of(Customer.class, "customer");
	}

	@Bean
	VersionedCache<CustomerView> customerCache(CacheFactory caches) {
		return caches.create("customers", CustomerView.class);
	}

}
