package io.kehu.order.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.customer.CustomerDirectory;
import io.kehu.order.customer.CustomerReference;
import io.kehu.order.product.CatalogProduct;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out whether what clients say of orders is sound, and prepares the database for
 * it; to be called before the transaction that stores the orders.
 */
@Component
class OrderIntake {

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	private static final int YEARS_AHEAD = 2;

	private final CustomerDirectory customers;

	private final ProductCatalog products;

	private final OrderMonths months;

	private final Clock clock;

	OrderIntake(CustomerDirectory customers, ProductCatalog products, OrderMonths months, Clock clock) {
		this.customers = customers;
		this.products = products;
		this.months = months;
		this.clock = clock;
	}

	/**
	 * Returns what one order says.
	 * @throws ProblemException when something is wrong with it
	 * @throws ServiceUnavailableException when it cannot be told whether its customer
	 * exists
	 */
	OrderContent accept(OrderDetails details) {
		List<CustomerReference> reference = List.of(details.customer());
		LocalDate date = date(details);
		PricedLines lines = Pricing.of(this.products, List.of(details)).price(details.lines(), CatalogProduct::active);
		OrderContent content = content(details, this.customers.resolveAll(reference), date, lines);
		this.months.ensure(List.of(date));
		return content;
	}

	/**
	 * Returns what each of many orders says, or what is wrong with it, with one look-up
	 * for all. What was ordered elsewhere may be sold no more by now.
	 */
	List<Acceptance> acceptAll(List<OrderDetails> orders) {
		List<CustomerReference> references = new ArrayList<>();
		orders.stream()
			.filter((order) -> order.customerId() != null ^ order.customerExternalId() != null)
			.forEach((order) -> references.add(order.customer()));
		CustomerDirectory.Customers found = this.customers.resolveAll(references);
		Pricing pricing = Pricing.of(this.products, orders);
		List<Acceptance> acceptances = orders.stream().map((order) -> accept(order, found, pricing)).toList();
		this.months.ensure(acceptances.stream()
			.map(Acceptance::content)
			.filter(Objects::nonNull)
			.map(OrderContent::orderDate)
			.distinct()
			.toList());
		return acceptances;
	}

	private Acceptance accept(OrderDetails order, CustomerDirectory.Customers found, Pricing pricing) {
		try {
			return new Acceptance(order,
					content(order, found, date(order), pricing.price(order.lines(), (product) -> true)), List.of());
		}
		catch (ProblemException ex) {
			return new Acceptance(order, null, ex.asErrors());
		}
		catch (ServiceUnavailableException ex) {
			return new Acceptance(order, null, List.of(FieldError.at("/customerId", "unavailable",
					ex.service() + " does not answer; send the line again")));
		}
	}

	private static OrderContent content(OrderDetails details, CustomerDirectory.Customers found, LocalDate date,
			PricedLines lines) {
		return new OrderContent(details.clientOrderNumber(), found.require(details.customer()), date, lines,
				details.ownerId(), details.teamId());
	}

	/**
	 * Returns what an order shall say, with its customer and its lines looked up only
	 * where they are others than before. A product that is on the order may stay there.
	 * @throws ProblemException when something is wrong with it
	 */
	OrderContent revise(Order order, OrderDetails details) {
		OrderContent current = order.content();
		CustomerReference reference = details.customer();
		boolean sameCustomer = current.customerId().equals(reference.id());
		boolean sameLines = details.lines().equals(order.details().lines());
		Set<UUID> ordered = current.lines().lines().stream().map(OrderLine::productId).collect(Collectors.toSet());
		return new OrderContent(details.clientOrderNumber(),
				sameCustomer ? current.customerId() : this.customers.resolve(reference),
				(details.orderDate() != null) ? date(details) : current.orderDate(),
				sameLines ? current.lines()
						: Pricing.of(this.products, List.of(details))
							.price(details.lines(), (product) -> product.active() || ordered.contains(product.id())),
				details.ownerId(), details.teamId());
	}

	/**
	 * Checks that what a draft asks for can still be ordered.
	 * @throws ProblemException when a product cannot; all such lines are named
	 */
	void checkOrderable(Order draft) {
		OrderDetails details = draft.details();
		Pricing.of(this.products, List.of(details)).price(details.lines(), CatalogProduct::active);
	}

	private LocalDate date(OrderDetails details) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate date = details.orderDate();
		if (date == null) {
			return today;
		}
		if (date.isBefore(EARLIEST) || date.isAfter(today.plusYears(YEARS_AHEAD))) {
			throw ProblemException.invalid("/orderDate", "out_of_range",
					"must be between %s and %d years from now".formatted(EARLIEST, YEARS_AHEAD));
		}
		return date;
	}

	/**
	 * Makes room for an order that is about to move.
	 */
	void prepare(LocalDate date) {
		if (!date.isBefore(EARLIEST) && !date.isAfter(LocalDate.now(this.clock).plusYears(YEARS_AHEAD))) {
			this.months.ensure(List.of(date));
		}
	}

	/**
	 * What an order says, or what is wrong with it.
	 */
	record Acceptance(OrderDetails details, @Nullable OrderContent content, List<FieldError> errors) {
	}

}
