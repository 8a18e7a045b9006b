package dev.candor.telemetry.collector;

/** Given names that are common in some country and are no words of programs. */
final class GivenNames {
  static final String COMMON =
      "Aaron, Abigail, Adam, Agnieszka, Ahmed, Aiko, Aisha, Akira, Alain, Alan, Albert, "
          + "Alejandro, Alessandro, Alexander, Alexei, Alexis, Ali, Alice, Amélie, Amanda, "
          + "Amber, Amit, Amy, Ana, Anaïs, Anastasia, Anders, André, Andrea, Andreas, Andrew, "
          + "Andrzej, Angela, Anjali, Ann, Anna, Anthony, Antonio, Arthur, Ashley, Astrid, Ava, "
          + "Barbara, Beatriz, Ben, Benjamin, Bernard, Betty, Beverly, Billy, Birgit, Björn, "
          + "Bjørn, Bob, Bram, Brandon, Brenda, Brian, Brittany, Bruce, Bryan, Céline, "
          + "Camille, Carl, Carlos, Carmen, Carol, Carolyn, Catherine, Chantal, Charles, "
          + "Charlotte, Chen, Cheryl, Chiara, Chloe, Christian, Christina, Christine, "
          + "Christopher, Claire, Claudia, Cynthia, Daan, Daniel, Danielle, David, Davide, "
          + "Deborah, Debra, Deepa, Denise, Dennis, Diana, Diane, Diego, Dieter, Dmitri, Dmitry, "
          + "Donald, Donna, Doris, Dorothy, Edward, Elena, Elin, Elisa, Elizabeth, Ella, Emily, "
          + "Emma, Eric, Erik, Ethan, Evelyn, Ewa, Fatima, Federico, Felix, Femke, Fernando, "
          + "Florian, François, Françoise, Frances, Francesca, Francesco, Francisco, Frank, "
          + "Freja, Friedrich, Günter, Gary, George, Giovanni, Giulia, Giuseppe, Gloria, "
          + "Gréta, Gregory, Greta, Gustav, Hélène, Hannah, Hans, Harold, Haruto, Hassan, "
          + "Heather, Heike, Heinrich, Helen, Henry, Hiroshi, Ibrahim, Igor, Inés, Ingrid, "
          + "Isabel, Isabella, Ivan, Jörg, Jürgen, Jack, Jacob, Jacqueline, Jacques, Jakub, "
          + "James, Jan, Jane, Janet, Janice, Jason, Javier, Jean, Jeffrey, Jennifer, Jeremy, "
          + "Jerry, Jesse, Jessica, Ji-woo, Jin, Jing, João, Joan, Joe, Johanna, John, Jonas, "
          + "Jonathan, Joost, Jorge, José, Joseph, Joshua, Joyce, Juan, Judith, Julia, Julie, "
          + "Jurgen, Justin, Karen, Karin, Karl, Katarzyna, Katharina, Katherine, Kathleen, "
          + "Kathryn, Kayla, Keith, Kelly, Kenji, Kenneth, Kevin, Kimberly, Klaus, Krzysztof, "
          + "Kyle, Larry, Lars, Laura, Lauren, Lawrence, Lena, Leo, Li, Liam, Linda, Lisa, "
          + "Loïc, Lorenzo, Lori, Louis, Luc, Lucía, Luca, Lucas, Luis, Lukas, Małgorzata, "
          + "Madison, Magdalena, Maja, Manfred, Manuel, María, Marcin, Marco, Margaret, Maria, "
          + "Mariana, Marie, Marilyn, Markus, Martha, Martina, Mary, Mathieu, Matteo, Matthew, "
          + "Matthias, Max, Megan, Mei, Melissa, Mia, Michał, Michael, Michel, Michelle, "
          + "Miguel, Mikhail, Min-jun, Ming, Minh, Mohammed, Monika, Muhammad, Nancy, Natalia, "
          + "Natalie, Nathan, Nguyen, Nicholas, Nicolas, Nicole, Nils, Noah, Olga, Oliver, "
          + "Olivia, Omar, Oskar, Pablo, Pamela, Paola, Patricia, Patrick, Paul, Paulo, Paweł, "
          + "Pedro, Peter, Petra, Philippe, Pierre, Pieter, Pilar, Piotr, Priya, Raúl, Rachel, "
          + "Rafael, Rahul, Raj, Raul, Raymond, Rebecca, Renate, Renée, Richard, "
          + "Robert, Roger, Ronald, Rosa, Ruth, Ryan, Søren, Sabine, Sakura, Samantha, Samuel, "
          + "Sandra, Sanjay, Sanne, Sara, Sarah, Satoshi, Scott, Sean, Sebastian, Seo-yeon, "
          + "Sergei, Sharon, Shirley, Sofía, Sophia, Sophie, Stefan, Stephanie, Stephen, "
          + "Steven, Susan, Sven, Svetlana, Takashi, Tatiana, Teresa, Terry, Theresa, Thomas, "
          + "Tiago, Timothy, Tobias, Tomasz, Tyler, Ursula, Uwe, Victoria, Virginia, Vladimir, "
          + "Walter, Wang, Wei, Willem, William, Wojciech, Wolfgang, Xiao, Yoko, Yuki, Yuri, "
          + "Yusuf, Zachary, Zhang, Zoë, Zoe, Zofia, Åsa, Élodie, Émilie, Łukasz";

  private GivenNames() {}
}
