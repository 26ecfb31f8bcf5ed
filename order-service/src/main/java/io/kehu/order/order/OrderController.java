package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordPermissions;
import io.kehu.platform.record.RecordReading;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

	OrderController(OrderService orders, RecordReading<?, OrderView> orderReading, BulkLoader loader) {
		super(PERMISSIONS, OrderDetails.class, orders, orderReading, loader);
		this.orders = orders;
	}

	@Operation(summary = "Place a draft")
	@PostMapping("/{id}/place")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> place(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.place(id, expected));
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
		return answer(this.orders.complete(id, expected));
	}

	@Operation(summary = "Cancel an order that is not completed")
	@PostMapping("/{id}/cancel")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> cancel(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.cancel(id, expected));
	}

}
