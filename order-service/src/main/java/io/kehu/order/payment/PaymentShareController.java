package io.kehu.order.payment;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of payments.
 */
@RestController
@RequestMapping(PaymentController.PATH)
class PaymentShareController extends ShareController {

	PaymentShareController(@Qualifier("paymentShares") Shares shares) {
		super(shares);
	}

}
