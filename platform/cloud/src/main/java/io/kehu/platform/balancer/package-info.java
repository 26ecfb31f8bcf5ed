/**
 * Chooses the instance that a request goes to, by weight, behind Spring Cloud
 * LoadBalancer's own interfaces.
 */
@NullMarked
package io.kehu.platform.balancer;

import org.jspecify.annotations.NullMarked;
