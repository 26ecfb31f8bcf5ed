package io.kehu.order.order;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of orders.
 */
@RestController
@RequestMapping(OrderController.PATH)
class OrderShareController extends ShareController {

	OrderShareController(@Qualifier("orderShares") Shares shares) {
		super(shares);
	}

}
