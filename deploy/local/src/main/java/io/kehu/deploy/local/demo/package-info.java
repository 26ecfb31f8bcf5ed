/**
 * Fills the system with a sample company, or with one that is brought along.
 */
@NullMarked
package io.kehu.deploy.local.demo;

import org.jspecify.annotations.NullMarked;
