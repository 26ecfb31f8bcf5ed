package io.kehu.order.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.customer.CustomerDirectory;
import io.kehu.order.customer.CustomerReference;
import io.kehu.order.customer.ExternalCustomerId;
import io.kehu.order.price.PriceBook;
import io.kehu.order.price.PriceTerms;
import io.kehu.order.product.CatalogProduct;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Validates the details of orders, looks up their customers and products, and creates the
 * partitions that they need. Call it before the transaction that stores the orders, and
 * as outside work.
 */
@Component
class OrderIntake {

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	private static final int YEARS_AHEAD = 2;

	private final CustomerDirectory customers;

	private final ProductCatalog products;

	private final PriceBook prices;

	private final OrderPartitions partitions;

	private final PriceRights rights;

	private final Clock clock;

	OrderIntake(CustomerDirectory customers, ProductCatalog products, PriceBook prices, OrderPartitions partitions,
			PriceRights rights, Clock clock) {
		this.customers = customers;
		this.products = products;
		this.prices = prices;
		this.partitions = partitions;
		this.rights = rights;
		this.clock = clock;
	}

	/**
	 * Returns the content of an order.
	 * @throws ProblemException when the details are invalid
	 * @throws ServiceUnavailableException when the customer can't be looked up
	 */
	OrderContent accept(OrderDetails details) {
		return accept(details, this.rights.ofNew());
	}

	/** Returns the content of an order as above, whose prices were agreed before. */
	OrderContent acceptAgreed(OrderDetails details) {
		return accept(details, PriceRule.ANY);
	}

	private OrderContent accept(OrderDetails details, PriceRule rule) {
		List<CustomerReference> reference = List.of(details.customer());
		LocalDate date = date(details);
		CustomerDirectory.Customers found = this.customers.resolveAll(reference);
		PricedLines lines = Pricing.of(this.products, this.prices, List.of(details))
			.price(details, terms(found.find(details.customer()), date), CatalogProduct::active, rule);
		UUID customer = found.require(details.customer());
		OrderContent content = new OrderContent(details.clientOrderNumber(), customer, date, lines,
				details.campaignCode(), details.ownership());
		this.partitions.ensure(List.of(date));
		return content;
	}

	private PriceTerms terms(@Nullable UUID customer, LocalDate date) {
		return new PriceTerms(date, (customer != null)
				? this.customers.tags(List.of(customer)).getOrDefault(customer, Set.of()) : Set.of());
	}

	/**
	 * Prepares the acceptance of many orders, with one lookup for all. What a line leaves
	 * as it is stored is not looked up again.
	 */
	Lookup lookUp(List<OrderProposal> proposals) {
		List<OrderProposal> sound = proposals.stream().filter((one) -> one.errors().isEmpty()).toList();
		CustomerDirectory.Customers found = this.customers.resolveAll(sound.stream()
			.filter((one) -> one.stored() == null || !one.stored().hasCustomerOf(one.details()))
			.map(OrderProposal::details)
			.filter((order) -> order.customerId() != null ^ order.customerExternalId() != null)
			.map(OrderDetails::customer)
			.toList());
		Pricing pricing = Pricing.of(this.products, this.prices,
				sound.stream()
					.filter((one) -> one.stored() == null || !one.stored().hasLinesOf(one.details()))
					.map(OrderProposal::details)
					.toList());
		LocalDate today = LocalDate.now(this.clock);
		this.partitions.ensure(sound.stream()
			.map((one) -> Objects.requireNonNullElse(one.details().orderDate(), today))
			.filter((date) -> isPossible(date, today))
			.distinct()
			.toList());
		return new Lookup(found, pricing, this.customers.tags(customers(sound, found)));
	}

	private static Set<UUID> customers(List<OrderProposal> proposals, CustomerDirectory.Customers found) {
		Set<UUID> ids = new HashSet<>();
		for (OrderProposal one : proposals) {
			UUID id = (one.stored() != null && one.stored().hasCustomerOf(one.details()))
					? one.stored().content().customerId()
					: found.find(new CustomerReference(one.details().customerId(), one.details().customerExternalId()));
			if (id != null) {
				ids.add(id);
			}
		}
		return ids;
	}

	/**
	 * Returns the content of an order. Inactive products are accepted, since the orders
	 * were placed in another system.
	 * @throws ProblemException if the proposal cannot be stored
	 */
	OrderContent accept(OrderProposal proposal, Lookup lookup) {
		if (!proposal.errors().isEmpty()) {
			throw ProblemException.invalid(proposal.errors());
		}
		OrderDetails details = proposal.details();
		OrderProposal.Stored stored = proposal.stored();
		UUID customer = (stored != null && stored.hasCustomerOf(details)) ? stored.content().customerId()
				: lookup.customers().require(details.customer());
		PriceRule rule = (stored != null) ? this.rights.of(stored.content().lines()) : this.rights.ofNew();
		PricedLines lines = (stored != null && stored.hasLinesOf(details)) ? stored.content().lines() : lookup.pricing()
			.price(details, new PriceTerms(
					(details.orderDate() == null && stored != null) ? stored.content().orderDate() : date(details),
					lookup.tags().getOrDefault(customer, Set.of())), (product) -> true, rule);
		checkCurrency(details, lines);
		return new OrderContent(details.clientOrderNumber(), customer, date(details), lines, details.campaignCode(),
				details.ownership());
	}

	/**
	 * Looks up the customer that a merge patch refers to.
	 */
	CustomerDirectory.Customers findCustomers(JsonNode patch) {
		JsonNode externalId = patch.path("customerExternalId");
		List<CustomerReference> references = new ArrayList<>();
		uuid(patch.path("customerId")).ifPresent((id) -> references.add(new CustomerReference(id, null)));
		if (externalId.path("system").isString() && externalId.path("id").isString()) {
			references.add(new CustomerReference(null,
					new ExternalCustomerId(externalId.path("system").asString(), externalId.path("id").asString())));
		}
		return this.customers.resolveAll(references);
	}

	private static Optional<UUID> uuid(JsonNode node) {
		try {
			return node.isString() ? Optional.of(UUID.fromString(node.asString())) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty(); // Rejected when the patch is applied
		}
	}

	/**
	 * Returns the content of a changed order. Its lines are only priced again when they
	 * differ; products that are on the order already may have become inactive.
	 * @param customers the customers that the change may refer to
	 * @throws ProblemException when the details are invalid
	 * @throws ServiceUnavailableException when the customer couldn't be looked up
	 */
	OrderContent revise(Order order, OrderDetails details, CustomerDirectory.Customers customers) {
		OrderContent current = order.content();
		CustomerReference reference = details.customer();
		boolean sameCustomer = current.customerId().equals(reference.id());
		boolean sameLines = details.lines().equals(order.details().lines());
		Set<UUID> ordered = current.lines().lines().stream().map(OrderLine::productId).collect(Collectors.toSet());
		UUID customer = sameCustomer ? current.customerId() : customers.require(reference);
		LocalDate date = (details.orderDate() != null) ? date(details) : current.orderDate();
		PricedLines lines = sameLines ? current.lines() : Pricing.of(this.products, this.prices, List.of(details))
			.price(details, terms(customer, date), (product) -> product.active() || ordered.contains(product.id()),
					this.rights.of(current.lines()));
		checkCurrency(details, lines);
		return new OrderContent(details.clientOrderNumber(), customer, date, lines, details.campaignCode(),
				details.ownership());
	}

	/**
	 * Checks, in the transaction that stores an order, that its customer still exists.
	 * @throws ProblemException 400 if it was deleted meanwhile
	 */
	void checkCustomer(UUID customer) {
		this.customers.checkPresent(customer);
	}

	/**
	 * Checks that all products of a draft can be ordered, and its customer exists.
	 * @throws ProblemException 400 with an error for each line whose product can't
	 */
	void checkOrderable(Order draft) {
		checkCustomer(draft.content().customerId());
		OrderDetails details = draft.details();
		Pricing.of(this.products, this.prices, List.of(details))
			.price(details, new PriceTerms(draft.orderDate(), Set.of()), CatalogProduct::active, PriceRule.ANY);
	}

	/** Lines that remain as they are have a currency already. */
	private static void checkCurrency(OrderDetails details, PricedLines lines) {
		if (details.currency() != null && !details.currency().equals(lines.currency())) {
			throw ProblemException.invalid("/currency", "currency_mismatch",
					"must be %s, as the prices of the lines".formatted(lines.currency()));
		}
	}

	private LocalDate date(OrderDetails details) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate date = details.orderDate();
		if (date == null) {
			return today;
		}
		if (!isPossible(date, today)) {
			throw ProblemException.invalid("/orderDate", "out_of_range",
					"must be between %s and %d years from today".formatted(EARLIEST, YEARS_AHEAD));
		}
		return date;
	}

	private static boolean isPossible(LocalDate date, LocalDate today) {
		return !date.isBefore(EARLIEST) && !date.isAfter(today.plusYears(YEARS_AHEAD));
	}

	/**
	 * Creates the partition for an order that moves to this date.
	 */
	void prepare(LocalDate date) {
		if (isPossible(date, LocalDate.now(this.clock))) {
			this.partitions.ensure(List.of(date));
		}
	}

	/**
	 * The customers with their tags and the products that were found for many orders.
	 */
	record Lookup(CustomerDirectory.Customers customers, Pricing pricing, Map<UUID, Set<String>> tags) {
	}

}
