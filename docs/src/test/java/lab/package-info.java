/** The example of the guide: what an application writes to use Candor. */
package lab;
