"""Common English-language given names, with the gender they usually show, and their short forms.

A general lexicon: it says that "Maria Ostrander" is a person, and that "Tony" may be an "Anthony". A name
that is not here is no less a name; it only has to show what it is in another way.
"""

from __future__ import annotations

from typing import Literal

MALE = frozenset(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Al Alan Albert Alberto Alejandro Alexander Alexei Alfred
    Ali Allan Allen Amir Anders Andre Andreas Andrei Andres Andrew Angus Anthony Anton Antonio Antony Arnold Arthur
    Barry Ben Benjamin Bernard Bill Bob Boris Brad Bradley Brandon Brendan Brett Brian Bruce Bryan Byron Calvin
    Carl Carlos Chad Charles Charlie Chris Christian Christopher Chuck Clarence Claude Colin Craig Curtis Dale Dan
    Daniel Darren Dave David Dean Dennis Derek Diego Dimitri Dmitry Don Donald Doug Douglas Duncan Dustin Dwight Earl
    Ed Eduardo Edward Edwin Eli Emmanuel Emilio Enrique Eric Erik Ernest Eugene Evan Felipe Felix Fernando Floyd
    Francis Francisco Frank Franklin Fred Frederick Gabriel Gareth Gary Gavin Gene Geoff Geoffrey George Gerald
    Gerard Giovanni Glenn Gordon Graham Greg Gregory Guillermo Gustavo Guy Hank Hans Harold Harry Harvey Hassan
    Hector Henry Herbert Herman Howard Hugh Hugo Ian Ibrahim Igor Isaac Ismail Ivan Jack Jacob Jaime Jake James
    Jamal Jared Jason Javier Jay Jeff Jeffrey Jeremiah Jeremy Jerome Jerry Jim Jimmy Joaquin Joe Joel Joey Johan John
    Johnny Jon Jonathan Jorge Jose Josef Joseph Josh Joshua Juan Julian Julio Justin Karim Karl Keith Ken Kenneth
    Kevin Khalid Kurt Kyle Lance Larry Lars Lawrence Leo Leon Leonard Leonardo Lewis Liam Lionel Lloyd Louis Luca
    Lucas Luis Luke Magnus Malcolm Manuel Marc Marco Marcos Marcus Mario Mark Marshall Martin Marvin Mathew Matt
    Matteo Matthew Matthias Maurice Max Maxim Maxwell Melvin Michael Michel Miguel Mike Mikhail Mitch Mitchell Mohamed
    Mohammad Mohammed Muhammad Mustafa Nathan Nathaniel Neil Nelson Nicholas Nick Nicolas Nigel Nikolai Noah Norman
    Oleg Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pavel Pedro Pete Peter Phil Philip Phillip Pierre Rafael
    Ralph Ramon Randy Raul Ray Raymond Reginald Ricardo Richard Rick Ricky Rob Robert Roberto Rodney Rodrigo Roger
    Roland Ron Ronald Ross Roy Rupert Russell Ryan Salvador Sam Samuel Santiago Saul Scott Sean Sebastian Sergei
    Sergio Seth Shane Shaun Shawn Simon Stanley Stefan Stephen Steve Steven Stewart Stuart Sven Ted Terence Terrence
    Terry Theo Theodore Thomas Tim Timothy Toby Todd Tom Tomas Tommy Tony Travis Trevor Tyler Vernon Victor Vincent
    Vladimir Vladislav Wade Walter Warren Wayne Wesley Will William Willie Wolfgang Yusuf Yuri Zachary""".split()
)
FEMALE = frozenset(
    """Abigail Adriana Agnes Aisha Alexandra Alexis Alice Alicia Alison Allison Alma Amanda Amber Amelia Amina Amy Ana
    Anastasia Angela Angelina Anita Ann Anna Anne Annette Annie Antonia April Ashley Audrey Barbara Beatrice
    Becky Bernadette Beth Bethany Betsy Betty Beverly Bonnie Brenda Bridget Brittany Camille Candace Carla Carmen
    Carol Carolina Caroline Carolyn Carrie Catherine Cathy Cecilia Charlotte Chelsea Cheryl Christina Christine Cindy
    Claire Clara Claudia Colleen Connie Constance Crystal Cynthia Daisy Dana Daniela Danielle Dawn Deborah Debra
    Denise Diana Diane Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Eliza Elizabeth
    Ella Ellen Eloise Emily Emma Erica Erin Esther Eva Eve Evelyn Fatima Felicia Fiona Flora Florence Frances
    Gabriela Gabrielle Gail Georgia Gina Gladys Gloria Grace Greta Gwen Hannah Harriet Hazel Heather Heidi Helen
    Helena Hilary Hillary Holly Ida Ingrid Irene Iris Irina Isabel Isabella Jackie Jacqueline Jane Janet Janice
    Jasmine Jean Jeanne Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jocelyn Josephine Joy Joyce Juanita Judith
    Judy Julia Juliana Julie June Karen Karin Kate Katherine Kathleen Kathryn Kathy Katie Kayla Kellyanne Kimberly
    Kirsten Kristen Kristin Lara Laura Lauren Leila Lena Leslie Lillian Lily Linda Lisa Liz Lois Loretta Lori
    Lorraine Louise Lucia Lucille Lucy Lydia Lynn Madeleine Maggie Marcia Margaret Margot Maria Marian Marianne Marie
    Marilyn Marina Marion Marjorie Marlene Martha Mary Maureen Megan Melanie Melinda Melissa Mercedes Meredith Mia
    Michelle Mildred Miriam Molly Monica Monique Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Norma Olga
    Olivia Pamela Patricia Paula Pauline Peggy Penelope Penny Phyllis Polly Priscilla Rachel Ramona Rebecca Regina
    Renee Rhonda Rita Roberta Rosa Rosalind Rose Rosemary Roxanne Ruth Sabrina Sally Samantha Sandra Sara Sarah
    Serena Sharon Sheila Shirley Silvia Simone Sofia Sonia Sonya Sophia Sophie Stacey Stacy Stella Stephanie Sue
    Susan Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Theresa Therese Tiffany Tina Tracy Ursula
    Valentina Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian Wanda Wendy Yolanda Yvette Yvonne
    Zoe""".split()
)
EITHER = frozenset(
    "Alex Andrea Jamie Jordan Kelly Kim Lee Morgan Pat Robin Sandy Taylor Jesse Casey Drew Dylan".split()
)
GIVEN = MALE | FEMALE | EITHER

_FAMILIES = """Anthony Antony Tony|Robert Bob Bobby Rob Robbie|William Bill Billy Will Willie|James Jim Jimmy Jamie
|Joseph Joe Joey|John Jon Jack Johnny|Jonathan Jon|Thomas Tom Tommy|Timothy Tim|Michael Mike Mick|Daniel Dan Danny
|David Dave|Donald Don Donnie|Edward Ed Eddie Ted|Theodore Ted Theo|Samuel Sam|Samantha Sam|Stephen Steven Steve
|Richard Rick Dick Rich Ricky|Charles Charlie Chuck|Christopher Chris|Christine Chris Christina|Benjamin Ben
|Bernard Bernie|Kenneth Ken|Lawrence Larry|Gregory Greg|Geoffrey Jeffrey Jeff Geoff|Matthew Matt|Mitchell Mitch
|Nicholas Nick|Nathaniel Nathan Nate|Patrick Pat|Patricia Pat Patty Tricia|Peter Pete|Philip Phillip Phil
|Raymond Ray|Ronald Ron|Andrew Andy Drew|Alexander Alex|Alexandra Alex|Alan Allan Allen Al|Albert Al|Alfred Al Fred
|Frederick Fred|Francis Frank|Franklin Frank|Gerald Jerry|Jerome Jerry|Harold Harry|Henry Harry Hank|Joshua Josh
|Leonard Len|Leonardo Leo|Maxwell Max|Randall Randy|Russell Russ|Terence Terrence Terry|Walter Walt|Zachary Zach
|Elizabeth Liz Beth Betty Betsy Lisa Eliza|Katherine Catherine Kathryn Kate Katie Kathy Cathy|Margaret Maggie Meg
Peggy|Deborah Debra Deb Debbie|Susan Sue Susie|Suzanne Sue|Jennifer Jen Jenny|Jacqueline Jackie|Judith Judy
|Kimberly Kim|Pamela Pam|Rebecca Becky|Sandra Sandy|Barbara Barb|Victoria Vicky|Cynthia Cindy|Christina Tina
|Eleanor Ellie Nora|Abigail Abby|Amanda Mandy|Theresa Teresa Terry""".split("|")
# By name, the families that it belongs to.
_MEMBER: dict[str, set[int]] = {}
for _number, _family in enumerate(_FAMILIES):
    for _name in _family.split():
        _MEMBER.setdefault(_name, set()).add(_number)


def may_be_same(first: str, second: str) -> bool:
    """Whether two given names can be one person's: equal, an initial of the other, or forms of one name."""
    if first == second or (min(len(first), len(second)) == 1 and first[:1] == second[:1]):
        return True
    return first in _MEMBER and second in _MEMBER and not _MEMBER[first].isdisjoint(_MEMBER[second])


def gender_of(given: str) -> Literal["m", "f"] | None:
    """The gender, m or f, where the given name usually shows it."""
    return "m" if given in MALE else "f" if given in FEMALE else None
