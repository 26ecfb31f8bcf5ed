package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordPermissions;
import io.kehu.platform.record.RecordReading;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of orders.
 */
@RestController
@RequestMapping(OrderController.PATH)
class OrderController extends RecordController<OrderDetails, OrderView> {

	static final String PATH = "/api/v1/orders";

	private static final RecordPermissions PERMISSIONS = new RecordPermissions("order:read", "order:write",
			"order:write", true, null);

	private final OrderService orders;

	private final OrderDeliveries deliveries;

	OrderController(OrderService orders, OrderDeliveries deliveries, RecordReading<?, OrderView> orderReading,
			BulkLoader loader) {
		super(PERMISSIONS, OrderDetails.class, orders, orderReading, loader);
		this.orders = orders;
		this.deliveries = deliveries;
	}

	@Operation(summary = "Place a draft")
	@PostMapping("/{id}/place")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> place(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.place(id, expected));
	}

	@Operation(summary = "Reserve the stock of a draft for some minutes")
	@PostMapping("/{id}/reserve")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> reserve(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody ReservationRequest request) {
		return answer(this.orders.reserve(id, expected, request));
	}

	@Operation(summary = "Confirm a placed order")
	@PostMapping("/{id}/confirm")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> confirm(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.confirm(id, expected));
	}

	@Operation(summary = "Complete a confirmed order")
	@PostMapping("/{id}/complete")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> complete(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.deliveries.complete(id, expected));
	}

	@Operation(summary = "Cancel an order that is not completed")
	@PostMapping("/{id}/cancel")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> cancel(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.cancel(id, expected));
	}

	@Operation(summary = "Ship a confirmed order or a part of it")
	@PostMapping("/{id}/ship")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> ship(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody ShipRequest request) {
		return answer(this.deliveries.ship(id, expected, request));
	}

	@Operation(summary = "Take in what the customer of an order has returned")
	@PostMapping("/{id}/return")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> takeIn(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody ReturnRequest request) {
		return answer(this.deliveries.takeIn(id, expected, request));
	}

	@Operation(summary = "Hold an order, so that it is not processed any further")
	@PostMapping("/{id}/hold")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> hold(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody HoldRequest request) {
		return answer(this.deliveries.hold(id, expected, request));
	}

	@Operation(summary = "End the hold of an order")
	@PostMapping("/{id}/release")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> release(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.deliveries.release(id, expected));
	}

}
